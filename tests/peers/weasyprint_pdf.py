# weasyprint_pdf.py SOURCE OUT: sets an HTML page as PDF and prints the milliseconds that it took, without the start of Python.
import sys
import time

import weasyprint

start = time.perf_counter()
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
print((time.perf_counter() - start) * 1000)
