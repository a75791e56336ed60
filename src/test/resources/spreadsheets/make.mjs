// The same roster by the writers that JavaScript has: SheetJS (npm xlsx 0.18.5), ExcelJS (npm exceljs 4.4.0).
// Run after make.py, in the same folder.

import { writeFileSync } from "node:fs";
import ExcelJS from "exceljs";
import * as SheetJS from "xlsx";

const title = "示范镇关爱对象名单（二〇二六年）";
const header = ["序号", "村居委", "姓名", "性别", "出生日期", "联系电话", "备用电话", "类别", "备注"];
const born = new Date(Date.UTC(1940, 4, 1));
const rows = [
  [1, "示范一居委", "唐桂兰", "女", born, 13800000001, 2150000001, "独居；高龄", "一楼\n靠河"],
  [2, null, "何凤英", "女", "82岁", "13800000002", null, "独居", null],
  [3, null, "李国强", "男", 1944.5, "021-50000003", null, "纯老", null],
  [4, "示范二居委", "梁雪珍", "女", born, 50000004, "13800000004", "独居", null],
  [5, null, "谢巧玲", "女", "约80", 13800000005, 51265123456, null, null],
  ["合计", null, "5人"],
];
const shown = { F4: "0.00E+00", G4: "00000000000", G8: "000000000000" };
const formula = 'IF(D5="女","独居","纯老")';

function sheetOfSheetJS() {
  const sheet = SheetJS.utils.aoa_to_sheet([[title], [], header, ...rows], { cellDates: true, UTC: true });
  sheet["!merges"] = ["A1:I1", "B4:B6", "B7:B8"].map((range) => SheetJS.utils.decode_range(range));
  sheet["!rows"] = [, , , , , { hidden: true }];
  sheet["!cols"] = [, , , , , , { hidden: true }];
  sheet["!autofilter"] = { ref: "A3:I8" };
  for (const [cell, form] of Object.entries(shown)) {
    sheet[cell].z = form;
  }
  sheet.H5.f = formula;
  sheet.C7.c = [{ a: "居委", t: "耳朵不好" }];
  return sheet;
}

function bySheetJS(name, options) {
  const book = SheetJS.utils.book_new();
  SheetJS.utils.book_append_sheet(book, sheetOfSheetJS(), "名单");
  SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet([["请各村居委认真填写"]]), "填表说明");
  SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet([header]), "去年");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  writeFileSync(name, SheetJS.write(book, { type: "buffer", compression: true, ...options }));
}

function fill(sheet) {
  const add = (values) => {
    const row = sheet.addRow(values);
    return row;
  };
  sheet.columns = header.map((_, place) => ({ hidden: place === 6 }));
  add([title]);
  add([]);
  add(header);
  for (const [place, values] of rows.entries()) {
    const row = add(values);
    if (place === 0) {
      row.getCell(3).value = { richText: [{ font: { bold: true }, text: "唐" }, { text: "桂兰" }] };
      row.getCell(5).numFmt = "yyyy/m/d";
      row.getCell(6).numFmt = shown.F4;
      row.getCell(7).numFmt = shown.G4;
    } else if (place === 1) {
      row.getCell(8).value = { formula, result: "独居" };
    } else if (place === 2) {
      row.hidden = true;
    } else if (place === 3) {
      row.getCell(5).numFmt = "yyyy/m/d";
      row.getCell(3).note = "耳朵不好";
    } else if (place === 4) {
      row.getCell(7).numFmt = shown.G8;
    }
  }
  for (const range of ["A1:I1", "B4:B6", "B7:B8"]) {
    sheet.mergeCells(range);
  }
  sheet.autoFilter = "A3:I8";
}

async function byExcelJS(name) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("名单"));
  book.addWorksheet("填表说明").addRow(["请各村居委认真填写"]);
  book.addWorksheet("去年", { state: "hidden" }).addRow(header);
  await book.xlsx.writeFile(name);
}

async function streamedByExcelJS(name) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: name, useSharedStrings: false, useStyles: true });
  const sheet = book.addWorksheet("名单");
  fill(sheet);
  sheet.commit();
  await book.commit();
}

bySheetJS("sheetjs.xlsx", { bookType: "xlsx", bookSST: false });
bySheetJS("sheetjs-shared.xlsx", { bookType: "xlsx", bookSST: true });
bySheetJS("sheetjs.xlsb", { bookType: "xlsb" });
bySheetJS("sheetjs-2003.xml", { bookType: "xlml" });
bySheetJS("sheetjs-html.xls", { bookType: "html" });
bySheetJS("sheetjs.fods", { bookType: "fods" });
await byExcelJS("exceljs.xlsx");
await streamedByExcelJS("exceljs-streamed.xlsx");
