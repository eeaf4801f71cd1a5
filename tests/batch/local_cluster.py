"""A Dask scheduler with two workers on this machine, until standard input ends; prints the scheduler's port."""

from __future__ import annotations

import sys

from distributed import LocalCluster


def main():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        sys.stdout.write(cluster.scheduler_address.rpartition(":")[2] + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
