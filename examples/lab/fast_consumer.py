"""Terminal 4: works for 2 s on each message."""

from terminals import consume

consume("Fast", window=5, work=2)
