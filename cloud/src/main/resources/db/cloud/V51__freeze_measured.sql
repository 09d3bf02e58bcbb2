-- Since when the company has stood still, by the database's clock; for measuring how long it did.
alter table company_freeze add column frozen_at timestamptz;
