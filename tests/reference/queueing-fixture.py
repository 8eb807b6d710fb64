"""Writes fixtures/queueing.json: Erlang B, C and A with 50 digits, for queueing.test.ts.

Needs Python 3 with mpmath. Run: python3 tests/reference/queueing-fixture.py

B and C come from 1/B = e^a a^-n Gamma(n + 1, a), for whole and fractional agents: the recursion in n down to less than
one agent, and the incomplete gamma function there.
A comes from its series with b = arrivals and c = services per mean patience, terms b^j / ((c+1) ... (c+j)) summed one
by one until they are below 1e-52 of the sum; the service level of deep overload from 1/B at c agents. Inputs
are the doubles that the test passes on, so no rounding of inputs enters the comparison.
"""

import json
import os

from mpmath import exp, gammainc, log, mp, mpf, nstr

mp.dps = 60
EPS = mpf(10) ** -52


def inverse_loss(agents, load):
    """1/B for real agents: the sum of n (n-1) ... / a^j, continued below one agent by the incomplete gamma function."""
    total, term, left = mpf(1), mpf(1), agents
    while left >= 1:
        term *= left / load
        total += term
        left -= 1
        if left < load and term * load < EPS * total * (load - left):
            return total
    if left > 0:
        total += term * (exp(load - left * log(load)) * gammainc(left + 1, load) - 1)
    return total


def loss_case(agents, load):
    n, a = mpf(agents), mpf(load)
    inverse = inverse_loss(n, a)
    wait = 1 / (a / n + (1 - a / n) * inverse) if n > a else mpf(1)
    return {
        "agents": agents,
        "load": load,
        "blocking": nstr(1 / inverse, 45),
        "logBlocking": nstr(-log(inverse), 45),
        "wait": nstr(wait, 45),
    }


def impatient_case(rate, handle, agents, patience, target):
    lam, h, n, pat, t = (mpf(x) for x in (rate, handle, agents, patience, target))
    a, b, c = lam * h, lam * pat, n * pat / h
    y = exp(-t / pat)
    by = b * y
    odds = inverse_loss(n, a) - 1
    term, late_term = mpf(1), mpf(1)
    total, queue, late = mpf(1), mpf(0), mpf(0)
    hold = 1 / (c + 1)
    waits = hold**2
    j = 0
    while True:
        j += 1
        stage = c + j
        term *= b / stage
        late_term *= by / stage
        hold += 1 / (stage + 1)
        total += term
        queue += j * term
        waits += term * hold / (stage + 1)
        late += late_term
        if stage > b and term * (j + 1) < EPS * queue:
            break
    weight = odds + total
    answered = (odds + (c / b) * (total - 1)) / weight
    within = exp(b * (1 - y) - c * t / pat)
    if by > c:
        level = (odds + (c / b) * (within * inverse_loss(c, by) - inverse_loss(c, b))) / weight
    else:
        level = answered - within * late * (c / b) / weight
    return {
        "arrivalsPerSecond": rate,
        "handleTimeSeconds": handle,
        "agents": agents,
        "patienceSeconds": patience,
        "targetSeconds": target,
        "waitProbability": nstr(total / weight, 45),
        "serviceLevel": nstr(level, 45),
        "asa": nstr(pat * c * waits / weight / answered, 45),
        "meanWait": nstr(pat * queue / b / weight, 45),
        "abandonment": nstr(queue / b / weight, 45),
        "occupancy": nstr(a * answered / n, 45),
    }


def loss_cases():
    cases = []
    for load in (0.01, 0.1, 0.5, 1.0, 3.0, 10.0, 47.3, 200.0, 1000.0, 8000.0, 100000.0):
        agents = {1.0, 2.0, 1.5, 7.25}
        for ratio in (0.05, 0.5, 0.9, 0.99, 1, 1.01, 1.1, 1.6, 4):
            whole = float(round(load * ratio))
            agents |= {whole, whole + 0.5} if whole > 0 else set()
        cases += [loss_case(n, load) for n in sorted(agents)]
    return cases


def impatient_cases():
    cases = []
    for load in (0.01, 0.5, 3.0, 20.0, 150.0, 1000.0, 10000.0, 100000.0):
        for ratio in (0.4, 0.8, 0.97, 1, 1.02, 1.25):
            whole = max(1.0, float(round(load * ratio)))
            for agents in {whole, whole + 0.25} if ratio in (0.8, 1, 1.25) else {whole}:
                for patience in (2.0, 60.0, 300.0, 3000.0, 100000.0):
                    handle = 300.0
                    excess = max(load - agents, 0) * patience / handle
                    if excess > 60_000 or load * patience / handle > 4e8:
                        continue  # the series would need millions of terms
                    cases.append(impatient_case(load / handle, handle, agents, patience, 20.0))
    for load in (700.0, 5000.0):  # a site that is all but closed: few services in a patience
        for agents in (0.01, 0.5, 3.5, 19.0):
            cases += [impatient_case(load / 300.0, 300.0, agents, patience, 20.0) for patience in (300.0, 1500.0)]
    return cases


if __name__ == "__main__":
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures")
    os.makedirs(folder, exist_ok=True)
    data = {"loss": loss_cases(), "impatient": impatient_cases()}
    with open(os.path.join(folder, "queueing.json"), "w", encoding="utf-8") as file:
        rows = [f'  "{name}": [\n' + ",\n".join("    " + json.dumps(case) for case in cases) + "\n  ]" for name, cases in data.items()]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")
    print({name: len(cases) for name, cases in data.items()})
