"""Portfolio: how healthy are our relations?"""

from relinsight.insights.portfolio import PAGE
from relinsight.show.insight import show

show(PAGE)
