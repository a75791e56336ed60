-- whom a committee's new roster may be missing
create index person_by_committee on person (committee_id) where enrolled;
