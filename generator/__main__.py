"""`python -m generator`: the same as the command `sangkien`."""

import sys

from generator.cli import main

sys.exit(main())
