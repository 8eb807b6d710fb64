import { withRange } from '../../experience';
import type { Estimate, Plan } from '../../plan';

/** A figure that money rests on: where it stands in the plan, what it is, how sure, and who says so. */
export interface Assumption {
  /** As edits name it: `reasons/refund/valuePerContact`. */
  readonly path: string;
  /** What it is for: what contacts are worth, what things cost, or a business case. */
  readonly for: 'value' | 'cost' | 'case';
  readonly of: string;
  readonly what: string;
  readonly unit: 'money' | 'money-year' | 'money-month' | 'share' | 'number';
  /** Null where the plan says nothing. */
  readonly estimate: Estimate | null;
  readonly min: number;
  readonly max: number;
  /** Whether it may be a range, and where the ends stand: in the figure itself, or in one beside it (`…Range`). */
  readonly range: 'own' | 'beside' | 'none';
  readonly source: string | null;
  readonly grade: string | null;
}

/** The same where the plan says something. */
export type KnownAssumption = Assumption & { readonly estimate: Estimate };

/** Every figure of value that a plan states, with its source and grade. */
export function valueAssumptions(plan: Plan): KnownAssumption[] {
  return moneyAssumptions(plan).filter((row): row is KnownAssumption => row.for === 'value' && row.estimate !== null);
}

/** Every figure of money that a plan states or could state. */
export function moneyAssumptions(plan: Plan): Assumption[] {
  return [
    ...reasonRows(plan),
    ...streamRows(plan),
    ...marketRows(plan),
    ...planRows(plan),
    ...costRows(plan),
    ...caseRows(plan),
  ];
}

type About = { readonly source?: string | undefined; readonly grade?: string | undefined } | undefined;
type Facts = Pick<Assumption, 'for' | 'unit' | 'min' | 'max'> & { readonly range?: Assumption['range'] };

const SHARE: Facts = { for: 'value', unit: 'share', min: 0, max: 1 };
const NUMBER: Facts = { for: 'value', unit: 'number', min: 0, max: 20 };
const PER_CONTACT: Facts = { for: 'value', unit: 'money', min: -1e6, max: 1e6 };
const PER_YEAR: Facts = { for: 'cost', unit: 'share', min: -0.5, max: 5, range: 'none' };

function row(
  path: string,
  of: string,
  what: string,
  facts: Facts,
  estimate: Estimate | undefined,
  about: About,
): Assumption {
  return {
    path,
    of,
    what,
    ...facts,
    estimate: estimate ?? null,
    range: facts.range ?? 'own',
    source: about?.source ?? null,
    grade: about?.grade ?? null,
  };
}

function reasonRows(plan: Plan): Assumption[] {
  return plan.reasons.flatMap((reason) => {
    const { id, name, retention, insight } = reason;
    const at = `reasons/${id}`;
    const value = withRange(reason.valuePerContact, reason.valuePerContactRange);
    const most: Facts = { for: 'value', unit: 'money-year', min: 0, max: 1e12 };
    const half: Facts = { for: 'value', unit: 'number', min: 1, max: 1e9 };
    return [
      row(
        `${at}/valuePerContact`,
        name,
        'Contribution of a contact',
        { ...PER_CONTACT, range: 'beside' },
        value,
        reason,
      ),
      row(`${at}/retention/leaverShare`, name, 'Mean to leave', SHARE, retention?.leaverShare, retention),
      row(`${at}/retention/saveShare`, name, 'Kept by a good contact', SHARE, retention?.saveShare, retention),
      row(`${at}/insight/mostPerYear`, name, 'All there is to learn', most, insight?.mostPerYear, insight),
      row(
        `${at}/insight/contactsToHalf`,
        name,
        'Contacts a year that teach half of it',
        half,
        insight?.contactsToHalf,
        insight,
      ),
    ];
  });
}

function streamRows(plan: Plan): Assumption[] {
  return plan.streams.flatMap(({ id, name, worth, reasons }) => [
    row(`streams/${id}/worth/resolutionShare`, name, 'Settled by one contact', SHARE, worth?.resolutionShare, worth),
    ...(reasons === undefined || worth?.valuePerContact !== undefined
      ? [
          row(
            `streams/${id}/worth/valuePerContact`,
            name,
            'Contribution of a contact',
            PER_CONTACT,
            worth?.valuePerContact,
            worth,
          ),
        ]
      : []),
  ]);
}

function marketRows(plan: Plan): Assumption[] {
  return plan.markets.flatMap(({ id, name, churn }) => {
    const at = `markets/${id}/churn`;
    const abandoned = churn && withRange(churn.perAbandonedContact, churn.perAbandonedContactRange);
    const customer = churn && withRange(churn.valuePerCustomer, churn.valuePerCustomerRange);
    const worth: Facts = { for: 'value', unit: 'money', min: 0, max: 1e9, range: 'beside' };
    return [
      row(
        `${at}/perAbandonedContact`,
        name,
        'Leave over an abandoned contact',
        { ...SHARE, range: 'beside' },
        abandoned,
        churn,
      ),
      row(`${at}/perMinuteWaited`, name, 'Leave over a minute waited', SHARE, churn?.perMinuteWaited, churn),
      row(`${at}/perRepeat`, name, 'Leave over a repeated contact', SHARE, churn?.perRepeat, churn),
      row(`${at}/valuePerCustomer`, name, 'Worth of a customer', worth, customer, churn),
    ];
  });
}

function planRows({ money }: Plan): Assumption[] {
  const { amplification: mouth, attrition } = money ?? {};
  const told: Facts = { ...NUMBER, max: 1000 };
  return [
    row('money/amplification/tells', 'Word of mouth', 'Told by one who leaves', told, mouth?.tells, mouth),
    row('money/amplification/leaveShare', 'Word of mouth', 'Of those told, leave', SHARE, mouth?.leaveShare, mouth),
    row(
      'money/attrition/payElasticity',
      'Leaving',
      'Fewer leavers for more pay (elasticity)',
      NUMBER,
      attrition?.payElasticity,
      attrition,
    ),
    row(
      'money/attrition/occupancyElasticity',
      'Leaving',
      'More leavers for busier days (elasticity)',
      NUMBER,
      attrition?.occupancyElasticity,
      attrition,
    ),
    row(
      'money/attrition/referenceOccupancy',
      'Leaving',
      'Occupancy that is neither hot nor cold',
      { ...SHARE, min: 0.3, range: 'none' },
      attrition?.referenceOccupancy,
      attrition,
    ),
  ];
}

function costRows(plan: Plan): Assumption[] {
  const { money } = plan;
  const monthly: Facts = { for: 'cost', unit: 'money-month', min: 0, max: 1e9, range: 'none' };
  const hourly: Facts = { ...monthly, unit: 'money' };
  const factor: Facts = { for: 'cost', unit: 'number', min: 0, max: 20, range: 'none' };
  return [
    row(
      'money/leads/wageFactor',
      'Team leads',
      'Pay against an agent’s',
      factor,
      money?.leads?.wageFactor,
      money?.leads,
    ),
    ...plan.platforms.flatMap(({ id, name, cost }) => [
      row(`platforms/${id}/cost/perHeadMonth`, name, 'Licence of a head and month', monthly, cost?.perHeadMonth, cost),
      row(
        `platforms/${id}/cost/perHandlingHour`,
        name,
        'Use for an hour of handling',
        hourly,
        cost?.perHandlingHour,
        cost,
      ),
    ]),
    ...plan.providers.flatMap(({ id, name, contract }) =>
      contract
        ? [
            row(
              `providers/${id}/contract/indexationPerYear`,
              name,
              'Price rise a year',
              { ...PER_YEAR, max: 2 },
              contract.indexationPerYear,
              contract,
            ),
          ]
        : [],
    ),
    ...(money?.inflation ?? []).flatMap((entry, at) => {
      const where = `Inflation, ${entry.country ?? 'elsewhere'}`;
      return [
        row(`money/inflation/${at}/wagesPerYear`, where, 'Pay rises a year by', PER_YEAR, entry.wagesPerYear, entry),
        row(`money/inflation/${at}/pricesPerYear`, where, 'Rents rise a year by', PER_YEAR, entry.pricesPerYear, entry),
      ];
    }),
    ...(money?.currencies ?? []).flatMap((entry, at) => [
      row(
        `money/currencies/${at}/perUnit`,
        entry.currency,
        `For one ${plan.currency}`,
        { ...factor, min: 1e-6, max: 1e9 },
        entry.perUnit,
        entry,
      ),
      row(
        `money/currencies/${at}/changePerYear`,
        entry.currency,
        `Dearer a year, in ${plan.currency}`,
        { ...PER_YEAR, min: -0.95, max: 10 },
        entry.changePerYear,
        entry,
      ),
    ]),
  ];
}

function caseRows({ money }: Plan): Assumption[] {
  const amount: Facts = { for: 'case', unit: 'money', min: 0, max: 1e12 };
  const share: Facts = { ...SHARE, for: 'case' };
  return (money?.cases ?? []).flatMap((one) => {
    const at = `money/cases/${one.id}`;
    return [
      row(`${at}/investment`, one.name, 'Investment', amount, one.investment, one),
      row(`${at}/runningPerYear`, one.name, 'Running cost', { ...amount, unit: 'money-year' }, one.runningPerYear, one),
      row(`${at}/realizedShare`, one.name, 'Hours saved that are realized', share, one.realizedShare, one),
      row(
        `${at}/effectFactor`,
        one.name,
        'Effect that lasts',
        { ...share, unit: 'number', max: 5 },
        one.effectFactor,
        one,
      ),
      row(`${at}/contributionKept`, one.name, 'Contribution kept', share, one.contributionKept, one),
      row(
        `${at}/discountRatePerYear`,
        one.name,
        'Discount rate a year',
        { ...share, min: -0.5, max: 2 },
        one.discountRatePerYear,
        one,
      ),
    ];
  });
}
