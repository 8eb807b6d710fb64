/** One contender of `run.mjs`: contender.mjs ENGINE staffing|figures|queue|network SEED, one line of JSON as the references print. */
const [engineFile, workload, seed] = process.argv.slice(2);
const engine = await import(engineFile);
const { erlangA, requiredAgents, SingleQueue } = engine;

const INTERVALS = 35_040;
const calls = new Float64Array(INTERVALS);
const handle = new Float64Array(INTERVALS);
const patience = new Float64Array(INTERVALS);
const staff = new Float64Array(INTERVALS);
for (let k = 0; k < INTERVALS; k++) {
  const day = (k % 96) / 96;
  const week = (k % 672) / 672;
  const level = 0.5 + 0.35 * Math.sin(2 * Math.PI * (day - 0.25)) + 0.15 * Math.sin(2 * Math.PI * week);
  calls[k] = 5 + 895 * level;
  handle[k] = 300 + 120 * Math.sin((2 * Math.PI * k) / 4999);
  patience[k] = 150 + 90 * Math.sin((2 * Math.PI * k) / 3001);
  const load = (calls[k] * handle[k]) / 900;
  staff[k] = Math.max(1, Math.floor(load * (0.85 + (0.3 * (k % 101)) / 100) + 0.5));
}

const targets = { serviceLevel: 0.8, targetSeconds: 20, maxOccupancy: 0.88 };

function staffing() {
  let sumAgents = 0;
  let sumSL = 0;
  for (let k = 0; k < INTERVALS; k++) {
    const found = requiredAgents({ arrivalsPerHour: calls[k] * 4, handleTimeSeconds: handle[k] }, targets);
    sumAgents += found.agents;
    sumSL += found.figures.serviceLevel;
  }
  return { sumAgents, sumSL };
}

function figures() {
  const sums = { pw: 0, pab: 0, asa: 0, wait: 0, sl: 0, occ: 0 };
  for (let k = 0; k < INTERVALS; k++) {
    const got = erlangA({
      arrivalsPerHour: calls[k] * 4,
      handleTimeSeconds: handle[k],
      agents: staff[k],
      patienceSeconds: patience[k],
      targetSeconds: 20,
    });
    sums.pw += got.waitProbability;
    sums.pab += got.abandonment;
    sums.asa += got.asaSeconds;
    sums.wait += got.meanWaitSeconds;
    sums.sl += got.serviceLevel;
    sums.occ += got.occupancy;
  }
  return sums;
}

const ARRIVALS = 2_000_000;
const WARMUP = 20_000;

function queue() {
  const model = {
    arrivalsPerSecond: (0.98 * 500) / 300,
    handleTimeSeconds: 300,
    handleTimeCv: 1,
    patienceSeconds: 120,
    patienceCv: 1,
    agents: 500,
    targetSeconds: 20,
  };
  const one = new SingleQueue(model, Number(seed), 0);
  one.run(WARMUP);
  const tally = one.run(ARRIVALS);
  return {
    sl: tally.answeredWithinTarget / tally.offered,
    pab: tally.abandoned / tally.offered,
    asa: tally.answerSeconds / tally.answered,
    pw: tally.waited / tally.offered,
  };
}

/** W4: a replication a pass, by the simulator that the product runs for plans; counts are derived from the records. */
function network() {
  const { ContactSimulator, multiSiteDay, STREAM_COUNT: C, STREAM_COUNTS, tallyContacts } = engine;
  const simulator = new ContactSimulator(multiSiteDay());
  const day = Float64Array.of(0, 86_400);
  const sums = [0, 1, 2].map(() => ({ off: 0, sl: 0, ab: 0, asa: 0 }));
  let replication = 0;
  return {
    pass() {
      simulator.run(Number(seed), replication);
      const { streams, contacts } = tallyContacts(simulator, replication++, day);
      sums.forEach((sum, channel) => {
        const of = (count) => streams[channel * STREAM_COUNTS + count];
        sum.off += of(C.offered);
        sum.sl += of(C.withinTarget) / of(C.offered);
        sum.ab += of(C.abandoned) / of(C.offered);
        sum.asa += of(C.answeredLive) > 0 ? of(C.waited) / of(C.answeredLive) : 0;
      });
      return contacts;
    },
    check: () =>
      Object.fromEntries(
        ['voice', 'chat', 'email'].map((name, channel) => [
          name,
          Object.fromEntries(Object.entries(sums[channel]).map(([figure, sum]) => [figure, sum / replication])),
        ]),
      ),
  };
}

// The single queue is timed cold, in one pass like its reference.
const day = workload === 'network' ? network() : null;
const work = { staffing, figures, queue, network: day?.pass }[workload];
const count = { queue: 1, network: 40 }[workload] ?? 12;
const passes = [];
let check;
for (let pass = 0; pass < count; pass++) {
  const before = process.cpuUsage().user;
  check = work();
  passes.push({ cpu: (process.cpuUsage().user - before) / 1e6 });
}
const units = { queue: ARRIVALS + WARMUP, network: check }[workload] ?? INTERVALS;
console.log(JSON.stringify({ passes, units, check: day ? day.check() : check }));
