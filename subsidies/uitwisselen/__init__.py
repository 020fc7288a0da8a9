"""A file with allotments of the verstrekker: judged row by row, and taken over only when somebody confirms."""
