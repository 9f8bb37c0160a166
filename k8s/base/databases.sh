#!/bin/bash
# One database and one owner per service: services never share tables.
set -euo pipefail
for service in judge reward trainer; do
  # psql reads the password from its environment: a command line would show it to others.
  psql --set=ON_ERROR_STOP=1 <<SQL
\\getenv secret ${service^^}_PASSWORD
CREATE ROLE ${service} LOGIN PASSWORD :'secret';
CREATE DATABASE ${service} OWNER ${service};
REVOKE CONNECT ON DATABASE ${service} FROM PUBLIC;
SQL
done
