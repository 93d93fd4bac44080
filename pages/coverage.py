"""Coverage: whom are we not covering?"""

from relinsight.insights.coverage import coverage
from relinsight.show.insight import show

show(coverage)
