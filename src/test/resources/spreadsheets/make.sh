#!/usr/bin/env bash
# The same roster saved by spreadsheet programs: LibreOffice Calc 7.4, Gnumeric 1.12. Run after make.py and make.mjs, in the same folder.
set -euo pipefail

office() { # FORMAT[:FILTER[:OPTIONS]] NAME
    soffice --headless --convert-to "$1" --outdir by-office xlsxwriter.xlsx >/dev/null 2>&1
    mv by-office/* "$2"
}

office 'xlsx:Calc MS Excel 2007 XML' libreoffice.xlsx
office 'xlsx:Calc Office Open XML' libreoffice-ooxml.xlsx
office 'xlsm:Calc MS Excel 2007 VBA XML' libreoffice.xlsm
office 'xls:MS Excel 97' libreoffice.xls
office 'ods:calc8' libreoffice.ods
office 'csv:Text - txt - csv (StarCalc):44,34,76,1' libreoffice-utf8.csv
office 'csv:Text - txt - csv (StarCalc):59,34,85,1' libreoffice-gb18030-semicolons.csv
office 'csv:Text - txt - csv (StarCalc):9,34,65535,1' libreoffice-utf16-tabs.csv
cp libreoffice.xls renamed-xls.xlsx

ssconvert -T Gnumeric_Excel:xlsx xlsxwriter.xlsx gnumeric.xlsx
