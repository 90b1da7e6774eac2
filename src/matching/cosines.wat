;; Products of one row of whole numbers from -127 to 127 with many others, sixteen numbers at a time.
;; Assembled, these are the bytes in cosines.ts; test/unit/matching/cosines.spec.ts compares them.
(module
  (memory (export "memory") 3)
  ;; The one stands at 0, the others one after another from `row` to `end`, each `size` bytes, a multiple of 16; the products go to `out`, as i32.
  (func (export "products") (param $size i32) (param $row i32) (param $end i32) (param $out i32)
    (local $at i32)
    (local $sum v128)
    (local $ours v128)
    (local $theirs v128)
    (loop $rows
      (if (i32.lt_u (local.get $row) (local.get $end))
        (then
          (local.set $sum (v128.const i32x4 0 0 0 0))
          (local.set $at (i32.const 0))
          (loop $row
            (local.set $ours (v128.load (local.get $at)))
            (local.set $theirs (v128.load (i32.add (local.get $row) (local.get $at))))
            (local.set $sum
              (i32x4.add
                (local.get $sum)
                (i32x4.add
                  (i32x4.extadd_pairwise_i16x8_s (i16x8.extmul_low_i8x16_s (local.get $ours) (local.get $theirs)))
                  (i32x4.extadd_pairwise_i16x8_s (i16x8.extmul_high_i8x16_s (local.get $ours) (local.get $theirs))))))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (br_if $row (i32.lt_u (local.get $at) (local.get $size))))
          (i32.store (local.get $out)
            (i32.add
              (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
              (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
          (local.set $out (i32.add (local.get $out) (i32.const 4)))
          (local.set $row (i32.add (local.get $row) (local.get $size)))
          (br $rows))))))
