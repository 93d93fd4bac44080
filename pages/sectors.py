"""Sectors: how do they compare, and what is inside one?"""

from relinsight.insights.sectors import PAGE
from relinsight.show.choosing import opened_sector
from relinsight.show.insight import show

show(PAGE, below=opened_sector)
