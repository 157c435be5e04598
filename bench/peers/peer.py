"""What the peers in Python share: read the data, say ready, then measure one batch for every line of input."""

import gc
import json
import sys
import time


def serve(prepare):
    """`prepare(data)` gives a function that does one batch and gives (units, what it found)."""
    with open(sys.argv[1], encoding="utf-8") as file:
        batch = prepare(json.load(file))
    print("ready", flush=True)
    for _ in sys.stdin:
        gc.collect()
        cpu = time.process_time()
        wall = time.perf_counter()
        units, found = batch()
        wall = time.perf_counter() - wall
        cpu = time.process_time() - cpu
        print(json.dumps({"units": units, "wallMs": wall * 1e3, "cpuMs": cpu * 1e3, "found": found}), flush=True)
