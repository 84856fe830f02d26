"""Genuine search servers for tests, benchmarks, the demo and developers: fetched once, started in seconds, no Docker.

`distributions` fetches and unpacks, `jdk` finds what runs them, `node` starts, kills and restarts a server,
`cluster` two of them; `fixtures` is what tests ask for, `__main__` what Makefile and scripts call.
Nothing here needs more than the standard library, as the demo is installed without the packages for tests.
"""
