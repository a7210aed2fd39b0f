/**
 * Workbooks (XLSX) as rows of cells that are text, as the readers of fields understand it.
 *
 * <p>Doors: {@link dev.kopilka.bulk.sheet.Workbook}, an open file and the sheet that is meant; {@link
 * dev.kopilka.bulk.sheet.SheetReader}, its rows one after the other, each a {@link
 * dev.kopilka.bulk.sheet.SheetRow}.
 *
 * <p>Promises: memory bounded whatever the file says of itself; no entity is ever resolved; a file
 * that breaks off says where. Refuses: formulas (their stored value is taken), and guessing a sheet.
 */
package dev.kopilka.bulk.sheet;
