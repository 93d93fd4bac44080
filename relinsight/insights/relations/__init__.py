"""The relations with the partners of the portfolio as they stand on a day: what Portfolio, Coverage and Sectors are made of."""
