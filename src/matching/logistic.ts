/**
 * Logistic regression for a handful of features: the probability that the first candidate is right.
 *
 * Features are standardised, then Newton's method (iteratively reweighted least squares) with a small ridge: a dozen steps of a system of
 * ten unknowns, exact and without randomness. Cost: steps × examples × features².
 */
export interface Logistic {
  means: number[];
  scales: number[];
  /** The constant, then one coefficient a feature. */
  coefficients: number[];
}
const STEPS = 25;
const RIDGE = 1;

export function probabilityOf(model: Logistic, features: readonly number[]): number {
  let z = model.coefficients[0]!;
  features.forEach((feature, i) => (z += (model.coefficients[i + 1]! * (feature - model.means[i]!)) / model.scales[i]!));
  return 1 / (1 + Math.exp(-z));
}

export function fitLogistic(rows: readonly (readonly number[])[], right: readonly boolean[], weights?: readonly number[]): Logistic {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
  const scales = means.map((mean, i) => Math.sqrt(rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0) / rows.length) || 1);
  const size = width + 1;
  const design = new Float64Array(rows.length * size);
  rows.forEach((row, n) => {
    design[n * size] = 1;
    for (let i = 0; i < width; i++) design[n * size + i + 1] = (row[i]! - means[i]!) / scales[i]!;
  });
  let coefficients = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = coefficients.map((c, i) => (i === 0 ? 0 : -RIDGE * c));
    const curvature = coefficients.map((_, i) => coefficients.map((_, j) => (i === j ? (i === 0 ? 1e-6 : RIDGE) : 0)));
    for (let n = 0; n < rows.length; n++) {
      const from = n * size;
      let z = 0;
      for (let i = 0; i < size; i++) z += design[from + i]! * coefficients[i]!;
      const p = 1 / (1 + Math.exp(-z));
      const weight = weights?.[n] ?? 1;
      const error = weight * ((right[n] ? 1 : 0) - p);
      const bend = weight * p * (1 - p);
      for (let i = 0; i < size; i++) {
        const x = design[from + i]!;
        gradient[i]! += error * x;
        const line = curvature[i]!;
        for (let j = 0; j <= i; j++) line[j]! += bend * x * design[from + j]!;
      }
    }
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) curvature[i]![j] = curvature[j]![i]!;
    const change = solve(curvature, gradient);
    coefficients = coefficients.map((c, i) => c + change[i]!);
    if (change.every((c) => Math.abs(c) < 1e-7)) break;
  }
  return { means, scales, coefficients };
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], vector: number[]): number[] {
  const n = vector.length;
  const rows = matrix.map((row, i) => [...row, vector[i]!]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]![column]! || 1e-12;
    for (let row = column + 1; row < n; row++) {
      const factor = rows[row]![column]! / head;
      for (let k = column; k <= n; k++) rows[row]![k]! -= factor * rows[column]![k]!;
    }
  }
  const result = vector.map(() => 0);
  for (let row = n - 1; row >= 0; row--) {
    let sum = rows[row]![n]!;
    for (let k = row + 1; k < n; k++) sum -= rows[row]![k]! * result[k]!;
    result[row] = sum / (rows[row]![row]! || 1e-12);
  }
  return result;
}
