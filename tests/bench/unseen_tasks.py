#!/usr/bin/env python3
"""Tasks that no method was chosen on: other series, grains, horizons and origins, and histories with something wrong.

   unseen_tasks.py SUITE DATA OUT [--tasks a,b]

Arguments as for more_tasks.py. What is found to be bad here is mended by its cause, never by name.
"""
import datetime as D, os, sys

import more_tasks as T
from more_tasks import M, Task, WEEK, YEAR, day, rows, spread, tasklib, weekly, write_all

suite, data = sys.argv[1:3]
tasklib.MINUTES["2h"] = 120
BANK = dict(data="bank", market="US")


def bank_tasks():
    quarter, slots15, _ = T.bank(15)
    days = range(70, 160, 9)
    yield Task("unseen_bank_15min_1d", grain="15min", series={"calls": quarter}, origins=[(d * slots15 + 1, slots15) for d in days], horizon=slots15, periods=[slots15, 5 * slots15], mase_period=5 * slots15, **BANK)
    half, slots, mondays = T.bank(30)
    week = 5 * slots
    common = dict(grain="30min", periods=[slots, week], mase_period=week, **BANK)
    yield Task("unseen_bank_10d", series={"calls": half}, origins=[(o, 2 * week) for o in mondays[1::2]], horizon=2 * week, **common)
    yield Task("unseen_bank_young", series={"calls": half}, origins=[(w * week + 1, week) for w in (3, 4, 5, 7, 9)], horizon=week, note="three to nine weeks", **common)
    gap = [(t, None if 60 <= i // slots < 75 or 96 <= i // slots < 101 else v) for i, (t, v) in enumerate(half)]
    yield Task("unseen_bank_gaps", series={"calls": gap}, origins=[(o, week) for o in mondays if o // slots > 101], horizon=week, note="three weeks and one week missing", **common)
    shift = [(t, v if v is None or i // slots < 105 else round(1.6 * v)) for i, (t, v) in enumerate(half)]
    yield Task("unseen_bank_shift", series={"calls": shift}, origins=[(o, week) for o in mondays if o // slots > 112], horizon=week, note="60 % more from one week to the next", **common)
    closed = [(t, 0 if v is not None and 88 <= i // slots < 93 else v) for i, (t, v) in enumerate(half)]
    yield Task("unseen_bank_closed_week", series={"calls": closed}, origins=[(o, week) for o in mondays if o // slots >= 95], horizon=week, note="a week of zeros", **common)
    daily = [(half[i][0][:10], sum(v or 0 for _, v in half[i : i + slots]) or None) for i in range(0, len(half), slots)]
    yield Task("unseen_bank_days", "bank", "1d", {"calls": daily}, [(o, 10) for o in range(61, len(daily) - 10, 10)], 10, [5], 5, market="US")


def bikes():
    have = {r["timestamp"]: {k: int(r[k]) for k in ("casual", "registered", "cnt")} for r in rows(os.path.join(data, "bike_share_hourly_2011_2012", "hourly.csv"))}
    hours = [t for t, _ in M.bike_share(data)[0].series["rentals"]]
    both = {who: [(t, have.get(t, {}).get(who, 0)) for t in hours] for who in ("casual", "registered")}
    yield Task("unseen_bikes_1d", "bikes", "1h", both, [(24 * d + 1, 24) for d in range(100, 725, 65)], 24, [24, 168], 168, market="US")
    two = {who: [(g[i][0], g[i][1] + g[i + 1][1]) for i in range(0, len(g) - 1, 2)] for who, g in both.items()}
    yield Task("unseen_bikes_2h_14d", "bikes", "2h", two, spread(12 * 90, len(two["casual"]), 12 * 95, 168), 168, [12, 84], 84, market="US")
    office = [(t, have.get(t, {}).get("cnt")) for t in hours if 7 <= int(t[11:13]) < 20 and day(t).weekday() < 5]
    yield Task("unseen_bikes_office", "bikes", "1h", {"rentals": office}, [(13 * d + 1, 65) for d in range(60, len(office) // 13 - 5, 55)], 65, [13, 65], 65, market="US")


def ambulance():
    boards = {}
    for r in rows(os.path.join(data, "ems_wales_daily_2015_2019", "incidents.csv")):
        for p in ("red", "amber", "green"):
            boards.setdefault(f"{r['health_board']}_{p}", []).append((r["date"], int(float(r[p]))))
    boards = {name: sorted(g) for name, g in boards.items()}
    yield Task("unseen_ems_7d", "ems", "1d", {n: boards[n] for n in list(boards)[1::2]}, [(o, 7) for o in (300, 655, 930, 1210)], 7, [7, YEAR], 7, market="GB")
    totals = M.ems_wales(data)[0].series
    yield Task("unseen_ems_90d", "ems", "1d", totals, [(o, 90) for o in (420, 700, 1000)], 90, [7, YEAR], 7, market="GB")
    young = {n: g[o : o + 130] for n, g in totals.items() for o in (200,)}
    yield Task("unseen_ems_3_months", "ems", "1d", young, [(o, 28) for o in (85, 99)], 28, [7], 7, market="GB")
    yield Task("unseen_ems_52_weeks", "ems", "1w", {n: weekly(g)[:80] for n, g in totals.items()}, [(o, 8) for o in (25, 40, 53, 66)], 8, [WEEK], 1, market="GB")


def others():
    booked = [r for r in rows(os.path.join(data, "holiday_company_daily_2013_2016", "reservations.csv"))]
    series = {k: [(r["date"], int(r[k])) for r in booked] for k in ("reservations_2months_advance", "total_reservations")}
    yield Task("unseen_reservations", "holidays", "1d", series, spread(250, len(booked), 67, 28), 28, [7, YEAR], 7, market="IT")
    center = [r for r in rows(os.path.join(data, "callcenter_daily_kpis", "daily_kpis.csv"))]
    kpis = {k: [(r["day_index"], int(r[k])) for r in center] for k in ("answered", "abandoned")}
    yield Task("unseen_center", "center", "step", kpis, spread(120, len(center), 97, 14), 14, [7], 7)
    machines = M.nn5(data)[0].series
    yield Task("unseen_nn5_14d", "nn5", "1d", {n: machines[n] for n in list(machines)[1::3]}, [(o, 14) for o in (150, 333, 480)], 14, [7, YEAR], 7, market="GB")
    provinces = M.hotline(data, {p: p for names in M.AREAS.values() for p in names.split(";")})[0].series
    yield Task("unseen_hotline_provinces", "hotline", "1w", {n: provinces[n] for n in sorted(provinces)[1::4]}, [(o, 8) for o in (70, 200, 340, 470)], 8, [WEEK], 1, market="IT")
    m4 = M.m4_hourly(data)[0].series
    yield Task("unseen_m4_168", "m4", "step", {n: m4[n] for n in list(m4)[1::4]}, [(-336, 168)], 168, [24, 168], 168)
    yield Task("unseen_m4_first_half", "m4", "step", {n: m4[n][:374] for n in list(m4)[::3]}, [(-48, 48)], 48, [24, 168], 24)
    weeks = T.m4_weekly().series
    yield Task("unseen_m4_weeks", "m4", "step", {n: g[:-60] for n, g in list(weeks.items())[::2] if len(g) > 200}, [(-13, 13)], 13, [52], 1)
    yield Task("unseen_m4_weeks_young", "m4", "step", {n: [(str(i + 1), v) for i, (_, v) in enumerate(g[-60:])] for n, g in list(weeks.items())[1::3]}, [(-8, 8)], 8, [52], 1)
    outages = {}
    for r in rows(os.path.join(data, "disruption", "us_major_power_outages_2000_2016.csv")):
        if r["start"][:4] >= "2010":
            outages[day(r["start"])] = outages.get(day(r["start"]), 0) + 1
    first = D.date(2010, 1, 4)
    grid = [(str(first + i * M.DAY), outages.get(first + i * M.DAY, 0)) for i in range(2100)]
    yield Task("unseen_outages_days", "outages", "1d", {"outages": grid}, spread(400, len(grid), 150, 28), 28, [7, YEAR], 7, market="US", note="half an event a day")
    by_week = weekly(grid)
    yield Task("unseen_outages_weeks", "outages", "1w", {"outages": by_week}, spread(60, len(by_week), 25, 13), 13, [WEEK], 1, market="US")


if __name__ == "__main__":
    only = sys.argv[sys.argv.index("--tasks") + 1].split(",") if "--tasks" in sys.argv else None
    for name in write_all([*bank_tasks(), *bikes(), *ambulance(), *others()], sys.argv[3], "clock", only):
        print(name)
