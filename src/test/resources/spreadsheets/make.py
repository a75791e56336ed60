"""Writes one roster, with all that offices do to one, by the writers that Python has.

Nobody in it exists. Run with Debian's python3-openpyxl, python3-xlsxwriter and python3-xlwt, in an
empty folder; make.mjs and make.sh go on from there. What came out is kept beside this file.
"""

import datetime
import io
import struct
import zlib

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

TITLE = "示范镇关爱对象名单（二〇二六年）"
HEADER = ["序号", "村居委", "姓名", "性别", "出生日期", "联系电话", "备用电话", "类别", "备注"]
BORN = datetime.date(1940, 5, 1)
FORMULA, RESULT = '=IF(D5="女","独居","纯老")', "独居"
WHOLE, ZEROS_11, ZEROS_12, DAY = "0.00E+00", "00000000000", "000000000000", "yyyy/m/d"

# (row, column) from 0: value, and how it is shown
CELLS = {
    (3, 0): (1, None), (3, 1): ("示范一居委", None), (3, 2): ("唐桂兰", "rich"), (3, 3): ("女", None),
    (3, 4): (BORN, DAY), (3, 5): (13800000001, WHOLE), (3, 6): (2150000001, ZEROS_11),
    (3, 7): ("独居；高龄", None), (3, 8): ("一楼\n靠河", None),
    (4, 0): (2, None), (4, 2): ("何凤英", None), (4, 3): ("女", None), (4, 4): ("82岁", None),
    (4, 5): ("13800000002", "@"), (4, 7): (FORMULA, "formula"),
    (5, 0): (3, None), (5, 2): ("李国强", None), (5, 3): ("男", None), (5, 4): (1944.5, None),
    (5, 5): ("021-50000003", None), (5, 7): ("纯老", None),
    (6, 0): (4, None), (6, 1): ("示范二居委", None), (6, 2): ("梁雪珍", None), (6, 3): ("女", None),
    (6, 4): (BORN, DAY), (6, 5): (50000004, None), (6, 6): ("13800000004", None), (6, 7): ("独居", None),
    (7, 0): (5, None), (7, 2): ("谢巧玲", None), (7, 3): ("女", None), (7, 4): ("约80", None),
    (7, 5): (13800000005, None), (7, 6): (51265123456, ZEROS_12),
    (8, 0): ("合计", None), (8, 2): ("5人", None),
}
MERGED = [(0, 0, 0, 8), (3, 1, 5, 1), (6, 1, 7, 1)]
HIDDEN_ROW, HIDDEN_COLUMN = 5, 6


def picture():
    """One white dot."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b""))


def by_xlsxwriter(name, macros=False, **options):
    book = xlsxwriter.Workbook(name, options)
    sheet = book.add_worksheet("名单")
    shown = {form: book.add_format({"num_format": form}) for form in (WHOLE, ZEROS_11, ZEROS_12, DAY, "@")}
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    sheet.set_row(HIDDEN_ROW, None, None, {"hidden": True})
    sheet.set_column(HIDDEN_COLUMN, HIDDEN_COLUMN, None, None, {"hidden": True})
    sheet.merge_range(0, 0, 0, 8, TITLE)
    for column, text in enumerate(HEADER):
        sheet.write(2, column, text)
    cells = dict(CELLS)
    if options.get("constant_memory"):  # which cannot merge downwards
        cells.update({(row, 1): CELLS[(top, 1)] for top, _, bottom, _ in MERGED[1:] for row in range(top, bottom + 1)})
    for (row, column), (value, how) in sorted(cells.items()):
        if how == "rich":
            sheet.write_rich_string(row, column, bold, value[0], value[1:])
        elif how == "formula":
            sheet.write_formula(row, column, value, None, RESULT)
        elif how == DAY:
            sheet.write_datetime(row, column, value, shown[DAY])
        else:
            sheet.write(row, column, value, shown.get(how, wrap if "\n" in str(value) else None))
    sheet.autofilter(2, 0, 7, 8)
    sheet.filter_column(3, "x == 女")
    sheet.data_validation(3, 3, 7, 3, {"validate": "list", "source": ["男", "女"]})
    sheet.conditional_format(3, 4, 7, 4, {"type": "blanks", "format": bold})
    sheet.freeze_panes(3, 0)
    if not options.get("constant_memory"):
        for top, left, bottom, right in MERGED[1:]:
            sheet.merge_range(top, left, bottom, right, CELLS[(top, left)][0])
        sheet.write_comment(6, 2, "耳朵不好")
        sheet.insert_image(10, 1, "dot.png", {"image_data": io.BytesIO(picture())})
    book.add_worksheet("填表说明").write(0, 0, "请各村居委认真填写")
    last = book.add_worksheet("去年")
    last.write_row(0, 0, HEADER)
    last.hide()
    if macros:
        with open("vbaProject.bin", "wb") as project:
            project.write(b"\0" * 64)
        book.add_vba_project("vbaProject.bin")
    book.close()


def by_openpyxl(name, since_1904=False):
    book = openpyxl.Workbook()
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    empty = book.active
    empty.title = "Sheet1"
    sheet = book.create_sheet("名单")
    sheet["A1"] = TITLE
    for column, text in enumerate(HEADER):
        sheet.cell(3, column + 1, text)
    for (row, column), (value, how) in CELLS.items():
        cell = sheet.cell(row + 1, column + 1, value)
        if how in (WHOLE, ZEROS_11, ZEROS_12, DAY, "@"):
            cell.number_format = how
        if "\n" in str(value):
            cell.alignment = Alignment(wrap_text=True)
    for top, left, bottom, right in MERGED:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    sheet.row_dimensions[HIDDEN_ROW + 1].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet["C7"].comment = Comment("耳朵不好", "居委")
    sheet.auto_filter.ref = "A3:I8"
    book.create_sheet("去年").sheet_state = "hidden"
    book.save(name)


def by_xlwt(name):
    book = xlwt.Workbook()
    sheet = book.add_sheet("名单")
    for column, text in enumerate(HEADER):
        sheet.write(2, column, text)
    for (row, column), (value, how) in CELLS.items():
        if how != "formula":
            sheet.write(row, column, value)
    book.save(name)


by_xlsxwriter("xlsxwriter.xlsx")
by_xlsxwriter("xlsxwriter-1904-inline.xlsx", date_1904=True, constant_memory=True)
by_xlsxwriter("xlsxwriter.xlsm", macros=True)
by_openpyxl("openpyxl.xlsx")
by_openpyxl("openpyxl-1904.xlsx", since_1904=True)
by_xlwt("xlwt.xls")
