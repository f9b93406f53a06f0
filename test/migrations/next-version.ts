import type { Migration } from '#store/migrations.ts';

/** A made-up step to the next version, as real ones will be: a new column, filled from every row. */
export const nextVersion: Migration = (db) => {
  db.exec("ALTER TABLE row_sale ADD COLUMN note TEXT; UPDATE row_sale SET note = 'row ' || id");
};
