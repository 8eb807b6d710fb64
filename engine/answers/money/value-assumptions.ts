import { withRange } from '../../experience';
import type { Estimate, Plan } from '../../plan';

/** A figure that value rests on: where it stands in the plan, what it is, how sure, and who says so. */
export interface ValueAssumption {
  /** As edits name it: `reasons/refund/valuePerContact`. */
  readonly path: string;
  readonly of: string;
  readonly what: string;
  readonly unit: 'money' | 'share' | 'number' | 'money-year';
  readonly estimate: Estimate;
  readonly source: string | null;
  readonly grade: string | null;
}

/** Every value figure of a plan that is set, with its source and grade. */
export function valueAssumptions(plan: Plan): ValueAssumption[] {
  return [...reasonRows(plan), ...streamRows(plan), ...marketRows(plan), ...planRows(plan)];
}

type About = { readonly source?: string | undefined; readonly grade?: string | undefined };

function row(
  path: string,
  of: string,
  what: string,
  unit: ValueAssumption['unit'],
  estimate: Estimate | undefined,
  about: About,
): ValueAssumption[] {
  if (estimate === undefined) return [];
  return [{ path, of, what, unit, estimate, source: about.source ?? null, grade: about.grade ?? null }];
}

function reasonRows(plan: Plan): ValueAssumption[] {
  return plan.reasons.flatMap((reason) => {
    const { id, name, retention, insight } = reason;
    const at = `reasons/${id}`;
    const value = withRange(reason.valuePerContact, reason.valuePerContactRange);
    return [
      ...row(`${at}/valuePerContact`, name, 'Contribution of a contact', 'money', value, reason),
      ...row(`${at}/retention/leaverShare`, name, 'Mean to leave', 'share', retention?.leaverShare, retention ?? {}),
      ...row(
        `${at}/retention/saveShare`,
        name,
        'Kept by a good contact',
        'share',
        retention?.saveShare,
        retention ?? {},
      ),
      ...row(
        `${at}/insight/mostPerYear`,
        name,
        'All there is to learn',
        'money-year',
        insight?.mostPerYear,
        insight ?? {},
      ),
      ...row(
        `${at}/insight/contactsToHalf`,
        name,
        'Contacts a year that teach half of it',
        'number',
        insight?.contactsToHalf,
        insight ?? {},
      ),
    ];
  });
}

function streamRows(plan: Plan): ValueAssumption[] {
  return plan.streams.flatMap(({ id, name, worth }) => [
    ...row(
      `streams/${id}/worth/resolutionShare`,
      name,
      'Settled by one contact',
      'share',
      worth?.resolutionShare,
      worth ?? {},
    ),
    ...row(
      `streams/${id}/worth/valuePerContact`,
      name,
      'Contribution of a contact',
      'money',
      worth?.valuePerContact,
      worth ?? {},
    ),
  ]);
}

function marketRows(plan: Plan): ValueAssumption[] {
  return plan.markets.flatMap(({ id, name, churn }) => {
    if (!churn) return [];
    const at = `markets/${id}/churn`;
    const abandoned = withRange(churn.perAbandonedContact, churn.perAbandonedContactRange);
    const customer = withRange(churn.valuePerCustomer, churn.valuePerCustomerRange);
    return [
      ...row(`${at}/perAbandonedContact`, name, 'Leave over an abandoned contact', 'share', abandoned, churn),
      ...row(`${at}/perMinuteWaited`, name, 'Leave over a minute waited', 'share', churn.perMinuteWaited, churn),
      ...row(`${at}/perRepeat`, name, 'Leave over a repeated contact', 'share', churn.perRepeat, churn),
      ...row(`${at}/valuePerCustomer`, name, 'Worth of a customer', 'money', customer, churn),
    ];
  });
}

function planRows({ money }: Plan): ValueAssumption[] {
  const { amplification, attrition } = money ?? {};
  return [
    ...row(
      'money/amplification/tells',
      'Word of mouth',
      'Told by one who leaves',
      'number',
      amplification?.tells,
      amplification ?? {},
    ),
    ...row(
      'money/amplification/leaveShare',
      'Word of mouth',
      'Of those told, leave',
      'share',
      amplification?.leaveShare,
      amplification ?? {},
    ),
    ...row(
      'money/attrition/payElasticity',
      'Leaving',
      'Fewer leavers for more pay (elasticity)',
      'number',
      attrition?.payElasticity,
      attrition ?? {},
    ),
    ...row(
      'money/attrition/occupancyElasticity',
      'Leaving',
      'More leavers for busier days (elasticity)',
      'number',
      attrition?.occupancyElasticity,
      attrition ?? {},
    ),
  ];
}
