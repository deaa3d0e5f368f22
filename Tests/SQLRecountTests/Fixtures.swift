import SQLRecount
