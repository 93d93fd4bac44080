"""One answer a page, made of blocks, in no language yet."""
