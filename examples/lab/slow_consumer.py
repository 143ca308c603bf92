"""Terminal 3: works for 8 s on each message."""

from terminals import consume

consume("Slow", window=20, work=8)
