#ifndef KHEO_CXLSXWRITER_SHIM_H
#define KHEO_CXLSXWRITER_SHIM_H

#include <locale.h>
#include <xlsxwriter.h>

#endif
