"""Portfolio: how healthy are our relations?"""

from relinsight.insights.portfolio import portfolio
from relinsight.show.insight import show

show(portfolio)
