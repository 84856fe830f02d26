"""Where a target is translated string by string: at the target's own edit address, on the server, without JavaScript.

It takes the place of wagtail-localize's editor and changes nothing by itself: all that is written goes through the
operations.
"""
