"""Sectors: how do they compare, and what is inside one?"""

from relinsight.insights.sectors import sectors
from relinsight.show.choosing import opened_sector
from relinsight.show.insight import show

show(sectors, below=opened_sector)
