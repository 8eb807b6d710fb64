"""W3, one queue with customers who give up, by SimPy: beside the C++ reference and the engine where SimPy is installed.

Use: python3 single-queue-simpy.py ARRIVALS SEED; prints one JSON line with its pass (user CPU) and what it found.
"""

import json
import random
import resource
import sys

import simpy

AGENTS, HANDLE, PATIENCE, TARGET, WARM_UP = 500, 300.0, 120.0, 20.0, 20_000
GAP = HANDLE / (0.98 * AGENTS)


def user_cpu():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main(arrivals, seed):
    rng = random.Random(seed)
    env = simpy.Environment()
    agents = simpy.Resource(env, capacity=AGENTS)
    seen = {"served": 0, "in_time": 0, "gave_up": 0, "waited": 0.0, "had_to_wait": 0}

    def contact(number):
        arrived = env.now
        counted = number >= WARM_UP
        with agents.request() as turn:
            if counted and not turn.triggered:
                seen["had_to_wait"] += 1
            yield turn | env.timeout(rng.expovariate(1 / PATIENCE))
            if not turn.triggered:
                seen["gave_up"] += counted
                return
            wait = env.now - arrived
            if counted:
                seen["served"] += 1
                seen["in_time"] += wait <= TARGET
                seen["waited"] += wait
            yield env.timeout(rng.expovariate(1 / HANDLE))

    def arrive():
        for number in range(WARM_UP + arrivals):
            yield env.timeout(rng.expovariate(1 / GAP))
            env.process(contact(number))

    env.process(arrive())
    start = user_cpu()
    env.run()
    check = {
        "sl": seen["in_time"] / arrivals,
        "pab": seen["gave_up"] / arrivals,
        "asa": seen["waited"] / seen["served"],
        "pw": seen["had_to_wait"] / arrivals,
    }
    print(json.dumps({"passes": [{"cpu": user_cpu() - start}], "units": WARM_UP + arrivals, "check": check}))


main(int(sys.argv[1]), int(sys.argv[2]))
