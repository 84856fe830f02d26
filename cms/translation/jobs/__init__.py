"""Operations for many works at once: ordered in the admin or by a command, done by the worker, work by work.

`ordering.order` makes a `Job` with its items from a `selection` and options; `running` deals with the items through the
operations of `cms.translation.operations`; `kinds` says for each kind of job what its items are and how one is done.
"""
