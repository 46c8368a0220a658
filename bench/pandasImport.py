"""The peer: one warm process that reads the same files with the pandas C engine, dates and durations included."""

import json
import sys
import time

import pandas


def read(path, kind):
    if kind == "mpt":
        return pandas.read_csv(path, engine="c", sep="\t", skiprows=2)
    table = pandas.read_csv(path, engine="c")
    if kind == "neware":
        table["Date"] = pandas.to_datetime(table["Date"], format="%Y-%m-%d %H:%M:%S.%f")
        for name in ("Time", "Total Time"):
            table[name] = pandas.to_timedelta(table[name]).dt.total_seconds()
    return table


for line in sys.stdin:
    request = json.loads(line)
    started, cpu = time.perf_counter(), time.process_time()
    rows = len(read(request["path"], request["kind"]))
    ms, cpu_ms = (time.perf_counter() - started) * 1000, (time.process_time() - cpu) * 1000
    print(json.dumps({"ms": ms, "cpuMs": cpu_ms, "rows": rows}), flush=True)
