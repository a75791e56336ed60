# What espeak-ng 1.52 gets wrong in Mandarin, mended with [[…]], its own writing of sounds.

# Every syllable in -iong is spelled out in English.
s/[兄凶胸匈汹芎]/[[S;jong55]]/g
s/[雄熊]/[[S;jong35]]/g
s/[琼穷邛茕穹蛩筇跫銎]/[[tS;hjong35]]/g
s/[冂扃]/[[tS;jong55]]/g
s/[炯窘迥]/[[tS;jong214]]/g

# So is every word that ends in a mere -r (这会儿); where 儿 is a child, it is a syllable.
s/儿\([子童女媳科孙]\)/\n\1/g
s/\([女婴孤幼胎]\)儿/\1\n/g
s/儿/[[@r21]]/g
s/\n/儿/g

# A Shanghai lane (272弄) is a lòng.
s/\([0-9〇零一二三四五六七八九十百幺]\)弄/\1衖/g
