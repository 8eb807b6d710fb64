import type { Plan } from '../plan';
import type { RunControl } from '../units';
import { concentrationHeadline } from './concentration';
import { percent, whole } from './impact-report';
import { preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import type { OverviewAnswer } from './results';

/** The plan on one page: sites by size, service and cost, one sentence. What its worst failure loses is `decideMove`'s. */
export function answerOverview(plan: Plan, control?: RunControl): OverviewAnswer {
  const ready = preparePlan(plan, control);
  const { base, network } = ready;
  const whole_ = base.teams.reduce((sum, team) => sum + team.total.productiveHours, 0);
  const sites = plan.sites
    .map((site) => {
      const teams = base.teams.filter((team) => team.site === site.id);
      const add = (value: (team: (typeof teams)[number]) => number) =>
        teams.reduce((sum, team) => sum + value(team), 0);
      const hours = add((team) => team.total.productiveHours);
      return {
        id: site.id,
        name: site.name,
        provider: plan.providers.find((provider) => provider.id === site.provider)?.name ?? site.provider,
        kind: site.kind,
        metro: site.metro,
        country: site.country,
        latitude: site.latitude,
        longitude: site.longitude,
        zone: site.zone,
        productiveFte: add((team) => team.total.productiveFte),
        share: whole_ > 0 ? hours / whole_ : 0,
        costPerProductiveHour: hours > 0 ? add((team) => team.total.cost) / hours : 0,
        seats: site.seats,
        heads: add((team) => team.total.heads),
      };
    })
    .sort((a, b) => b.productiveFte - a.productiveFte);
  const worst = worstWeek(base.weekly.serviceLevel, base.weekLabels);
  const days = network.days.length;
  return {
    sites,
    numbers: [
      {
        label: 'Service within target',
        value: base.total.serviceLevel,
        unit: 'share',
        detail: worst
          ? `contacts served within their own target; lowest in ${worst.label}: ${percent(worst.value)}`
          : 'no contacts in this plan',
      },
      {
        label: 'Cost a year',
        value: (base.total.cost * 365.25) / days,
        unit: 'money-year',
        detail: `${whole((base.total.answered * 365.25) / days)} contacts answered a year by ${whole(base.teams.reduce((sum, team) => sum + team.total.heads, 0))} people`,
      },
    ],
    sentence: concentrationHeadline(plan),
    base,
    provenance: provenance('flow over the whole horizon, nothing going wrong', {
      planHash: ready.hash,
    }),
  };
}

function worstWeek(
  levels: Float64Array,
  labels: readonly string[],
): { readonly label: string; readonly value: number } | null {
  let at = -1;
  levels.forEach((level, week) => {
    if (!Number.isNaN(level) && (at < 0 || level < levels[at]!)) at = week;
  });
  return at < 0 ? null : { label: labels[at]!, value: levels[at]! };
}
