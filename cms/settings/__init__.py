"""Settings: ``base`` is shared by ``dev``, ``test`` and ``production``.

The environment is read in this package and nowhere else.
"""
