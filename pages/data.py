"""Data: can we trust this, and what would make it better?"""

from relinsight.insights.data import PAGE
from relinsight.show.data_page.views import show

show(PAGE)
