"""What all tests share lies beside this file: it puts the folder on the path, and settles how Hypothesis looks for examples.

The same code is tried on the same examples, so that a change is never refused for what it did not touch.
With RELINSIGHT_EXAMPLES set, each run looks at new ones.
"""

import os

from hypothesis import settings

settings.register_profile("whatever the machine", deadline=None, derandomize="RELINSIGHT_EXAMPLES" not in os.environ)
settings.load_profile("whatever the machine")
