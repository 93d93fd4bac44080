"""Partner: what do I need to know before I go?"""

from relinsight.insights.partner import PAGE
from relinsight.show.choosing import choose_partner
from relinsight.show.insight import show

choose_partner()
show(PAGE)
