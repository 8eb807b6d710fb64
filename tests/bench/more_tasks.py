#!/usr/bin/env python3
"""Further forecasting tasks on the data of the benchmark.   more_tasks.py SUITE DATA OUT [--tasks a,b]

SUITE is ../shared/benchmarks/forecast, whose tasklib writes the files. `m4_weekly` is the competition's split. The `cut_`
tasks are other origins, grains and lengths of the same series: methods were chosen on the benchmark's own tasks, and what
fits those alone shows here.
"""
import datetime as D, os, sys

sys.dont_write_bytecode = True
suite, data = sys.argv[1:3]
sys.path.insert(0, suite)
import make_tasks as M
import tasklib
from tasklib import Task, rows, write_all

tasklib.MINUTES.update({"60min": 60, "15min": 15})
plain_scale = tasklib.seasonal_scale


def scale(values, period):
    """A series without any change is measured in half contacts."""
    try:
        return plain_scale(values, period)
    except ValueError:
        return 0.5


tasklib.seasonal_scale = scale
YEAR, WEEK = "365.25", "52.18"


def day(text):
    return D.date.fromisoformat(text[:10])


def weekly(grid):
    """Whole weeks from Monday."""
    first = next(i for i, (t, _) in enumerate(grid) if day(t).weekday() == 0)
    return [(grid[i][0], sum(v for _, v in grid[i : i + 7])) for i in range(first, len(grid) - 6, 7)]


def spread(first, last, step, horizon):
    return [(o, horizon) for o in range(first, last - horizon, step)]


def m4_weekly():
    series = {}
    for r in rows(os.path.join(data, "m4", "weekly.csv.gz")):
        series.setdefault(r["series_id"], []).append((r["t"], float(r["value"])))
    return Task("m4_weekly", "m4", "step", series, [(-13, 13)], 13, [52], 1, note="the competition's split; steps, no dates")


def bank(minutes):
    total = {}
    for r in rows(os.path.join(data, "bank_na_5min_2003", "calls.csv")):
        t = D.datetime.fromisoformat(r["timestamp"])
        if t.hour < 21:
            at = t.replace(minute=t.minute // minutes * minutes) if minutes < 60 else t.replace(minute=0)
            total[at] = total.get(at, 0) + int(r["calls"])
    first, last, slots = min(total).date(), max(total).date(), 14 * 60 // minutes
    days = [d for d in (first + i * M.DAY for i in range((last - first).days + 1)) if d.weekday() < 5]
    times = [D.datetime.combine(d, D.time(7)) + j * D.timedelta(minutes=minutes) for d in days for j in range(slots)]
    mondays = [i * slots + 1 for i, d in enumerate(days) if d.weekday() == 0 and 60 <= i <= len(days) - 45]
    return [(str(t), total.get(t)) for t in times], slots, mondays


def cuts():
    grid, slots, mondays = bank(60)
    yield Task("cut_bank_hourly", "bank", "60min", {"calls": grid}, [(o, 5 * slots) for o in mondays], 5 * slots, [slots, 5 * slots], 5 * slots, market="US")
    calls = M.holiday_company(data)[0].series["calls"]
    yield Task("cut_holidays_28d", "holidays", "1d", {"calls": calls}, spread(450, len(calls), 53, 28), 28, [7, YEAR], 7, market="IT")
    yield Task("cut_holidays_90d", "holidays", "1d", {"calls": calls}, spread(470, len(calls), 61, 90), 90, [7, YEAR], 7, market="IT")
    weeks = weekly(calls)
    yield Task("cut_holidays_weeks", "holidays", "1w", {"calls": weeks}, spread(80, len(weeks), 9, 8), 8, [WEEK], 1, market="IT")
    rentals = {"casual": {}, "registered": {}}
    for r in rows(os.path.join(data, "bike_share_hourly_2011_2012", "hourly.csv")):
        for who in rentals:
            rentals[who][r["timestamp"]] = int(r[who])
    hours = [t for t, _ in M.bike_share(data)[0].series["rentals"]]
    hourly = {who: [(t, of.get(t, 0)) for t in hours] for who, of in rentals.items()}
    yield Task("cut_bikes_hours", "bikes", "1h", hourly, spread(24 * 70, len(hours), 24 * 84, 168), 168, [24, 168], 168, market="US")
    daily = {who: [(g[i][0][:10], sum(v for _, v in g[i : i + 24])) for i in range(0, len(g), 24)] for who, g in hourly.items()}
    yield Task("cut_bikes_days", "bikes", "1d", daily, spread(200, 731, 41, 28), 28, [7, YEAR], 7, market="US")
    by_week = {who: weekly(g) for who, g in daily.items()}
    yield Task("cut_bikes_weeks", "bikes", "1w", by_week, spread(56, len(by_week["casual"]), 6, 6), 6, [WEEK], 1, market="US")
    boards = {}
    for r in rows(os.path.join(data, "ems_wales_daily_2015_2019", "incidents.csv")):
        for p in ("red", "amber", "green"):
            boards.setdefault(f"{r['health_board']}_{p}", []).append((r["date"], int(float(r[p]))))
    boards = {name: sorted(g) for name, g in boards.items()}
    yield Task("cut_ems_priority", "ems", "1d", {n: boards[n] for n in list(boards)[::2]}, [(o, 28) for o in (500, 777, 1101, 1333)], 28, [7, YEAR], 7, market="GB")
    yield Task("cut_ems_weeks", "ems", "1w", {n: weekly(g) for n, g in boards.items()}, [(o, 13) for o in (80, 120, 150, 180)], 13, [WEEK], 1, market="GB")
    areas = M.hotline(data)[0].series
    yield Task("cut_hotline_areas", "hotline", "1w", areas, [(o, 13) for o in (150, 230, 310, 370, 378, 385, 395, 420, 480, 540)], 13, [WEEK], 1, market="IT", note="the jump of 2020")
    provinces = M.hotline(data, {p: p for names in M.AREAS.values() for p in names.split(";")})[0].series
    yield Task("cut_hotline_provinces", "hotline", "1w", {n: provinces[n] for n in sorted(provinces)[::3]}, [(o, 13) for o in (300, 400, 520)], 13, [WEEK], 1, market="IT", note="a few calls a week")
    machines = M.nn5(data)[0].series
    yield Task("cut_nn5_28d", "nn5", "1d", {n: machines[n] for n in list(machines)[::3]}, [(o, 28) for o in (400, 560, 651)], 28, [7, YEAR], 7, market="GB")
    m4 = M.m4_hourly(data)[0].series
    yield Task("cut_m4_hourly", "m4", "step", {n: m4[n][:-48] for n in list(m4)[::2]}, [(-48, 48)], 48, [24, 168], 24)
    yield Task("cut_m4_hourly_18d", "m4", "step", {n: [(str(i + 1), v) for i, (_, v) in enumerate(m4[n][-480:])] for n in list(m4)[1::4]}, [(-48, 48)], 48, [24, 168], 24)
    center = [(r["day_index"], int(r["offered"])) for r in rows(os.path.join(data, "callcenter_daily_kpis", "daily_kpis.csv"))]
    yield Task("cut_call_center", "center", "step", {"offered": center}, spread(300, len(center), 71, 28), 28, [7], 7)
    ems = M.ems_wales(data)[0].series
    for length in (14, 63):
        short = {**{f"ems_{n}": g[100 : 100 + length + 14] for n, g in ems.items()}}
        yield Task(f"cut_ems_{length}_days", "ems", "1d", short, [(length + 1, 14)], 14, [7], 7, market="GB", note="short")


if __name__ == "__main__":
    only = sys.argv[sys.argv.index("--tasks") + 1].split(",") if "--tasks" in sys.argv else None
    tasks = [m4_weekly(), *cuts()]
    for name in write_all(tasks, sys.argv[3], "clock", only):
        print(name)
