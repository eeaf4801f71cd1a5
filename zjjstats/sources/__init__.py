"""Where a workspace can be that is not a folder of CSV: a DuckDB file, a folder of Parquet, a PostgreSQL database."""
