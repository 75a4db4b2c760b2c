const DECIMAL = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
const COUNT = new Intl.NumberFormat('vi-VN', { minimumIntegerDigits: 2 });

/** An amount as official documents write it: `54%`, `3,2%`, `04 xã`, `0,5 điểm`, `1.200 hồ sơ`. Percentages have no second digit. */
export function amount(value: number, unit: string): string {
  return unit === '%' ? `${DECIMAL.format(value)}%` : `${counted(value)} ${unit}`;
}

/** Counts below ten have two digits; what is not whole has a decimal comma instead. */
export function counted(value: number): string {
  return (Number.isInteger(value) ? COUNT : DECIMAL).format(value);
}
