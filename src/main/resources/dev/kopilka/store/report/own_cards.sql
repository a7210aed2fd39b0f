-- Which members does a free attribute name an employee for?
select member, value
from attribute
where name = :name
