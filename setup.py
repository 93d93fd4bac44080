"""The wheel holds within the package what a checkout has at its top: pages, data and settings."""

from setuptools import find_packages, setup

SHIPPED = {"relinsight.shipped.pages": "pages", "relinsight.shipped.data": "data", "relinsight.shipped.settings": ".streamlit"}

setup(
    packages=[*find_packages(include=["relinsight", "relinsight.*"]), *SHIPPED],
    package_dir=SHIPPED,
    package_data={
        "relinsight": ["**/*.sql", "**/*.po", "**/*.svg", "**/*.toml"],
        "relinsight.shipped.data": ["README.md", "profiles/*.toml", "amsterdam-subsidies/*"],
        "relinsight.shipped.settings": ["config.toml"],
    },
    include_package_data=False,
)
