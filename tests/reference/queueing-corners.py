"""Writes fixtures/queueing-corners.json: queues at the ends of their ranges, with 40 digits, for queueing-corners.test.ts.

Needs Python 3 with mpmath. Run: python3 tests/reference/queueing-corners.py (about ten minutes)

Another way than queueing-fixture.py takes. Erlang A by quadrature of the offered wait, whose density in patiences v is
in proportion to exp(b (1 - e^-v) - c v), with b arrivals and c services in a mean patience: it needs no long series, so
patience may be anything. M/M/n/K by the sum over its states; the wait behind j others is a sum of exponential stages, its
distribution an incomplete gamma function, with patience an incomplete beta function.
"""

import json
import os

from mpmath import betainc, exp, expm1, findroot, gammainc, inf, log, mp, mpf, nstr, quad, sqrt

from importlib.machinery import SourceFileLoader

HERE = os.path.dirname(os.path.abspath(__file__))
series = SourceFileLoader("series", os.path.join(HERE, "queueing-fixture.py")).load_module()
mp.dps = 50
inverse_loss = series.inverse_loss


def text(value):
    return nstr(value, 40)


class OfferedWait:
    """Weights of the offered wait beside the odds of a free agent."""

    def __init__(self, rate, handle, agents, patience):
        lam, h, n, self.patience = mpf(rate), mpf(handle), mpf(agents), mpf(patience)
        self.load = lam * h
        self.agents = n
        self.b, self.c = lam * self.patience, n * self.patience / h
        self.odds = inverse_loss(n, self.load) - 1
        peak = log(self.b / self.c) if self.b > self.c else mpf(0)
        if self.b > self.c:
            scale = 1 / sqrt(self.c)
        else:
            scale = 1 / max(self.c - self.b, sqrt(self.b))
        # Far to the right the density falls faster than with its scale, or with 1 / c once patience is over.
        left = max(mpf(0), peak - 20 * scale)
        tail = [peak + scale * mpf(2) ** k for k in range(0, 12)]
        self.points = sorted({mpf(0), left, *[left + (peak - left) * k / 20 for k in range(21)], peak, *tail, peak + 200 / self.c + 200 * scale})
        self.top = self.b * -expm1(-peak) - self.c * peak

    def exponent(self, v):
        return self.b * -expm1(-v) - self.c * v

    def integral(self, weight, upto=None):
        """c times the integral of weight and density, up to the end of a part or over all of it."""
        points = self.points
        if upto is not None:
            points = [p for p in points if p < upto] + [upto]
        if len(points) < 2:
            return mpf(0)
        # The quadrature's precision is absolute, so each part is brought to the size of 1 at its own highest point.
        high = max(self.exponent(p) for p in points)
        part = quad(lambda v: weight(v) * exp(self.exponent(v) - high), points)
        return self.c * part * exp(high - self.top)

    def figures(self, target):
        t = mpf(target) / self.patience
        odds = self.odds * exp(-self.top)
        total = self.integral(lambda v: mpf(1))
        weight = odds + total
        gone = self.integral(lambda v: -expm1(-v)) / weight
        answered = (odds + self.integral(lambda v: exp(-v))) / weight
        level = (odds + self.integral(lambda v: exp(-v), t)) / weight
        waits = self.integral(lambda v: v * exp(-v)) / weight
        return {
            "waitProbability": text(total / weight),
            "serviceLevel": text(level),
            "asa": text(self.patience * waits / answered),
            "meanWait": text(self.patience * gone),
            "abandonment": text(gone),
            "occupancy": text(self.load * answered / self.agents),
            "queueLength": text(self.b * gone),
        }

    def through(self, target, answered_only):
        """Share of everyone, or of the answered, who are through within so many seconds."""
        t = mpf(target) / self.patience
        odds = self.odds * exp(-self.top)
        total = self.integral(lambda v: mpf(1))
        if answered_only:
            answered = odds + self.integral(lambda v: exp(-v))
            return (odds + self.integral(lambda v: exp(-v), t)) / answered
        near = self.integral(lambda v: mpf(1), t)
        return (odds + near + -expm1(-t) * (total - near)) / (odds + total)


def loss_cases():
    cases = []
    for load in (0.01, 0.37, 2.0, 55.5, 900.0, 30000.0, 100000.0):
        agents = {1e-6, 0.01, 0.3, 0.999, 1.000001}
        for spread in (-3, -0.5, 0.001, 0.5, 3, 8):
            agents.add(round(load + spread * load**0.5, 4))
        agents |= {round(load * 1.3, 3), round(load * 3.0, 3)}
        cases += [series.loss_case(n, load) for n in sorted(a for a in agents if a > 0)]
    return cases


def impatient_cases():
    cases = []
    handle = 300.0
    for load in (0.01, 1.0, 50.0, 3000.0, 100000.0):
        for agents in sorted({0.02, 0.6, round(load * 0.5, 3), round(load * 0.97, 3), load, round(load + load**0.5, 2), round(load * 1.5, 3) + 1}):
            if agents <= 0 or (load > 10 and agents < 1 and load < 3000):
                continue
            for patience, target in ((1.0, 0.5), (20.0, 20.0), (1e4, 0.0), (1e6, 20.0), (1e9, 3600.0)):
                if agents < 1 and load > 10 and patience > 20:
                    continue  # nobody is answered: every figure is its limit to all digits
                wait = OfferedWait(load / handle, handle, agents, patience)
                cases.append(
                    {
                        "arrivalsPerSecond": load / handle,
                        "handleTimeSeconds": handle,
                        "agents": agents,
                        "patienceSeconds": patience,
                        "targetSeconds": target,
                        **wait.figures(target),
                    }
                )
    return cases


def quantile_cases():
    cases = []
    handle = 240.0
    for load, agents in ((0.05, 1.0), (8.0, 9.0), (8.0, 7.5), (120.0, 118.0), (120.0, 131.25), (9000.0, 9050.0)):
        for patience in (5.0, 180.0, 20000.0):
            wait = OfferedWait(load / handle, handle, agents, patience)
            for share in (0.5, 0.9, 0.99):
                for answered in (False, True):
                    seconds = mpf(0)
                    if wait.through(0, answered) < share:
                        low, high = mpf(0), mpf(1)
                        while wait.through(high, answered) < share:
                            low, high = high, 2 * high
                        seconds = findroot(lambda t: wait.through(t, answered) - share, (low, high), solver="anderson", tol=1e-40, maxsteps=60, verify=False)
                    cases.append(
                        {
                            "arrivalsPerHour": load / handle * 3600,
                            "handleTimeSeconds": handle,
                            "agents": agents,
                            "patienceSeconds": patience,
                            "share": share,
                            "waiters": "answered" if answered else "everyone",
                            "seconds": text(seconds),
                        }
                    )
    return cases


def finite_case(load, handle, agents, capacity, patience, target):
    a, h, n, t = mpf(load), mpf(handle), agents, mpf(target)
    lam = mpf(load / handle * 3600) / 3600
    a = lam * h
    loyal = patience == inf
    p = mpf(1) if loyal else mpf(patience)
    c = n * p / h
    odds = inverse_loss(mpf(n), a) - 1 if n > 0 else mpf(0)
    term, weight, queue, near, waits, hold, later = mpf(1), odds, mpf(0), mpf(0), mpf(0), mpf(0), mpf(0)
    for j in range(capacity - n):
        stage = n / h if loyal else (c + j + 1) / p
        hold += 1 / stage
        served = mpf(1) if loyal else c / (c + j + 1)
        weight += term
        queue += j * term
        if t > 0:
            within = gammainc(j + 1, 0, n / h * t, regularized=True) if loyal else betainc(j + 1, c + 1, 0, -expm1(-t / p), regularized=True)
            near += term * served * within
        waits += term * served * hold
        later += term * served
        term *= a / n if loyal else lam / stage
    queue += (capacity - n) * term
    total = weight + term
    answered = (odds + later) / total
    accepted = weight / total
    return {
        "arrivalsPerHour": load / handle * 3600,
        "handleTimeSeconds": handle,
        "agents": agents,
        "capacity": capacity,
        "patienceSeconds": None if loyal else patience,
        "targetSeconds": target,
        "waitProbability": text((weight - odds) / total / accepted),
        "serviceLevel": text((odds + near) / total),
        "asaSeconds": text(waits / total / answered),
        "meanWaitSeconds": text(queue / total / lam / accepted),
        "abandonment": text(mpf(0) if loyal else queue / total / (lam * p)),
        "blocking": text(term / total),
        "occupancy": text(a * answered / n),
        "queueLength": text(queue / total),
    }


def finite_cases():
    cases = []
    for load, agents, capacity in ((0.01, 1, 3), (0.5, 2, 2), (5.0, 3, 20), (5.0, 9, 40), (60.0, 70, 110), (60.0, 45, 60), (2000.0, 2010, 2080), (2000.0, 1500, 1600), (100000.0, 100100, 100160)):
        for patience in (1.0, 90.0, 1e5, 1e9, inf):
            cases.append(finite_case(load, 200.0, agents, capacity, patience, 15.0))
    return cases


if __name__ == "__main__":
    data = {"loss": loss_cases(), "finite": finite_cases(), "quantile": quantile_cases(), "impatient": impatient_cases()}
    with open(os.path.join(HERE, "fixtures", "queueing-corners.json"), "w", encoding="utf-8") as file:
        rows = [f'  "{name}": [\n' + ",\n".join("    " + json.dumps(case) for case in cases) + "\n  ]" for name, cases in data.items()]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")
    print({name: len(cases) for name, cases in data.items()})
