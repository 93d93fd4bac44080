"""Read address cards (.vcf): each card becomes a row of a contact person."""
