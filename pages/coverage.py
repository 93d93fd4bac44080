"""Coverage: whom are we not covering?"""

from relinsight.insights.coverage import PAGE
from relinsight.show.insight import show

show(PAGE)
